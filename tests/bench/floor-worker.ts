import { floor } from './floor.ts';

export default floor('https://api.pinterest.com/v5/oauth/token');
