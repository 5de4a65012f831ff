/** How an account stands. Swedish: aktiv, inbjuden, avslutad. */
export const accountStates = ['active', 'invited', 'left'] as const;
export type AccountState = (typeof accountStates)[number];

/** What the state of an account follows from. */
export interface AccountFacts {
  /** True for an account that has been closed, whatever its dates say. */
  readonly disabled: boolean;
  /** The last day, an ISO date; null when no end is set. */
  readonly leftOn: string | null;
  readonly hasPassword: boolean;
  /** Null when no invitation is waiting for an answer. */
  readonly invitation: unknown;
}

/** Whether an account may be used on a day (ISO date): it is neither closed nor past its last day. */
export function isOpenOn({ disabled, leftOn }: Pick<AccountFacts, 'disabled' | 'leftOn'>, day: string): boolean {
  return !disabled && (leftOn === null || day <= leftOn);
}

/** How an account stands on a day (ISO date). Whoever has not answered the invitation is invited, also when it has expired. */
export function stateOn(account: AccountFacts, day: string): AccountState {
  if (!isOpenOn(account, day)) return 'left';
  return account.invitation !== null && !account.hasPassword ? 'invited' : 'active';
}
