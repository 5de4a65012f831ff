const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text from outside can be an id at all; one that cannot names nothing, which is no fault of the database. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
