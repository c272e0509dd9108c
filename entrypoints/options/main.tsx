import { render } from 'preact';

render(<p>Tack</p>, document.body);
