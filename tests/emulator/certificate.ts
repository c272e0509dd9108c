import { generate } from 'selfsigned';

/** A self-signed certificate for every host that the emulator speaks for. */
export async function createCertificate(): Promise<{ key: string; cert: string }> {
  const names = ['pinterest.com', '*.pinterest.com', '*.pinimg.com', '*.s3-accelerate.amazonaws.com', '*.test'];
  const pem = await generate([{ name: 'commonName', value: 'pinterest.com' }], {
    algorithm: 'sha256',
    keyType: 'ec',
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [...names.map((value) => ({ type: 2 as const, value })), { type: 7, ip: '127.0.0.1' }],
      },
    ],
  });
  return { key: pem.private, cert: pem.cert };
}
