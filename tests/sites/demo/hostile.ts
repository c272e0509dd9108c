/** A page that tries to hurt whoever reads it: markup and scripts in texts, huge titles, pictures without end. */
export function hostilePage(pictures: number): string {
  const attack =
    '&quot;&gt;&lt;img src=x onerror=&quot;window.hurt=1&quot;&gt;&lt;script&gt;window.hurt=1&lt;/script&gt;';
  const many = Array.from(
    { length: pictures },
    (_, index) =>
      `<img src="/numbered/${index % 65_536}-200x200.jpg" width="200" height="200" loading="lazy" alt="${attack} ${index}">`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>${attack}${'A title without end. '.repeat(50_000)}</title>
<meta property="og:title" content="${attack}\u202e\u0007\u0000">
<meta property="og:image" content="javascript:window.hurt=1">
<meta property="og:description" content="${'\u{1F34B}'.repeat(5000)}">
<link rel="canonical" href="javascript:window.hurt=1">
<base href="https://kitchen.test/hostile">
</head><body>
<a href="javascript:window.hurt=1"><img id="good" src="/pictures/lemon-tart-960.jpg" width="480" alt="${attack}"></a>
<img src="javascript:window.hurt=1" alt="script"><img src="data:text/html,<script>window.hurt=1</script>" alt="page">
<img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='300' height='300' onload='window.hurt=1'/>" alt="svg">
<img src="https://[bad" srcset=", ,, 1x 2w 3q,https://[bad 9999999999999999999w" alt="broken address">
<img src="file:///etc/passwd" alt="file"><img src="http://127.0.0.1:1/x.jpg" alt="loopback">
<form name="querySelectorAll"><input name="getAttribute"></form><img name="images" alt=""><img id="cookie" name="title" alt="">
<script>
  const lone = document.createElement('img');
  lone.src = '/pictures/rye-bread-960.jpg';
  lone.alt = 'half a character \\ud83c';
  lone.id = 'lone';
  document.body.prepend(lone);
  Object.defineProperty(lone, 'naturalWidth', { get() { throw new Error('hostile getter') } });
  window.chrome = null;
  Array.prototype.map = () => { throw new Error('hostile map') };
</script>
${many.join('\n')}
</body></html>`;
}
