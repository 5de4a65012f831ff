/** The bytes of a text of ASCII alone, such as what the program itself writes out to be hashed or signed. */
export function asciiBytes(ascii: string): Uint8Array {
  return Uint8Array.from(ascii, (letter) => letter.charCodeAt(0));
}
