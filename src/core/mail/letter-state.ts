/** Where a letter in the outbox stands. `sent` means that the mail server has taken it over, never less. */
export const letterStates = ['waiting', 'sent', 'failed', 'withdrawn'] as const;
export type LetterState = (typeof letterStates)[number];

/**
 * Why a letter did not leave. The first four concern the mail server or our settings for it, so every letter waits; the
 * others concern this letter alone.
 */
export const deliveryFaults = [
  'no-contact',
  'encryption-refused',
  'sign-in-refused',
  'sender-refused',
  'try-later',
  'receiver-refused',
  'content-refused',
  'address-unusable',
  'unwritable',
  'too-old',
] as const;
export type DeliveryFault = (typeof deliveryFaults)[number];

const concernsServer: readonly DeliveryFault[] = [
  'no-contact',
  'encryption-refused',
  'sign-in-refused',
  'sender-refused',
];

/** Whether a fault would meet every other letter too: then there is no use in trying them one by one. */
export function isServerFault(fault: DeliveryFault): boolean {
  return concernsServer.includes(fault);
}

/** Whether trying again later may help. What the server has refused for good is not sent to it again unasked. */
export function mayPass(fault: DeliveryFault): boolean {
  return fault === 'try-later' || isServerFault(fault);
}
