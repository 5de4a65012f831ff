// `npm run build`: compiles everything, tests included, and makes the static files.
import { build } from './lib/build.mjs';

build();
