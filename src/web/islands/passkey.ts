/**
 * Lets a form be answered by the person's device. The question is fetched when the form is sent, so that nobody who only
 * looks at the page is given a cookie, and the answer goes back as a field of the form.
 */
class PasskeyForm extends HTMLElement {
  connectedCallback(): void {
    if (!('PublicKeyCredential' in window)) return;
    this.hidden = false;
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      if (event.currentTarget instanceof HTMLFormElement) void this.answer(event.currentTarget);
    });
  }

  private async answer(form: HTMLFormElement): Promise<void> {
    this.say('');
    try {
      const question = await this.fetchQuestion();
      const credential = this.dataset.does === 'create' ? await create(question) : await get(question);
      const field = form.querySelector<HTMLInputElement>('[name="credential"]');
      if (field) field.value = JSON.stringify(credential);
      form.submit();
    } catch (error) {
      this.say(this.wordsFor(error));
    }
  }

  private async fetchQuestion(): Promise<Question> {
    const answer = await fetch(this.dataset.question ?? '', { method: 'POST', body: new URLSearchParams() });
    if (!answer.ok) throw new Error(`The question was answered by ${answer.status}`);
    return answer.json();
  }

  private wordsFor(error: unknown): string {
    const name = error instanceof DOMException ? error.name : '';
    if (name === 'NotAllowedError' || name === 'AbortError') return this.dataset.cancelled ?? '';
    return (name === 'InvalidStateError' ? this.dataset.known : this.dataset.failed) ?? '';
  }

  private say(text: string): void {
    const words = this.querySelector('[data-words]');
    if (words) words.textContent = text;
  }
}

/** A question as the server writes it: bytes are URL-safe base64. */
interface Question {
  readonly challenge: string;
  readonly user?: { readonly id: string };
  readonly excludeCredentials?: readonly { readonly id: string }[];
}

async function create(question: Question): Promise<unknown> {
  const publicKey = {
    ...question,
    challenge: bytes(question.challenge),
    user: { ...question.user, id: bytes(question.user?.id ?? '') },
    excludeCredentials: (question.excludeCredentials ?? []).map((each) => ({ ...each, id: bytes(each.id) })),
  } as unknown as PublicKeyCredentialCreationOptions;
  const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential;
  const response = made.response as AuthenticatorAttestationResponse;
  return {
    ...frame(made),
    response: {
      clientDataJSON: text(response.clientDataJSON),
      attestationObject: text(response.attestationObject),
      transports: response.getTransports?.() ?? [],
    },
  };
}

async function get(question: Question): Promise<unknown> {
  const publicKey = {
    ...question,
    challenge: bytes(question.challenge),
  } as unknown as PublicKeyCredentialRequestOptions;
  const used = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential;
  const response = used.response as AuthenticatorAssertionResponse;
  return {
    ...frame(used),
    response: {
      clientDataJSON: text(response.clientDataJSON),
      authenticatorData: text(response.authenticatorData),
      signature: text(response.signature),
      userHandle: text(response.userHandle ?? new ArrayBuffer(0)),
    },
  };
}

function frame({ id, rawId, type }: PublicKeyCredential) {
  return { id, rawId: text(rawId), type, clientExtensionResults: {} };
}

function bytes(base64url: string): Uint8Array {
  const base64 = base64url.replaceAll('-', '+').replaceAll('_', '/');
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

function text(buffer: ArrayBuffer): string {
  const letters = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('');
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

customElements.define('hk-passkey', PasskeyForm);
