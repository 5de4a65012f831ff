import type { JSX as PreactJSX } from 'preact';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'hk-upload': PreactJSX.HTMLAttributes<HTMLElement> & { 'data-uploading': string; 'data-reading': string };
    }
  }
}
