/**
 * Shows how far an upload has come. Without it the form sends itself and the browser shows its own progress.
 * The server answers the same pages either way: a redirect to the review, or the form again with its faults.
 */
class UploadProgress extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      if (event.currentTarget instanceof HTMLFormElement) this.send(event.currentTarget);
    });
  }

  private send(form: HTMLFormElement): void {
    const request = new XMLHttpRequest();
    const bar = this.querySelector('progress');
    const words = this.querySelector('[data-words]');
    const say = (text: string | undefined) => {
      if (words) words.textContent = text ?? '';
    };
    if (bar) bar.hidden = false;
    say(this.dataset.uploading);
    request.upload.addEventListener('progress', (event) => {
      if (bar && event.lengthComputable) bar.value = event.loaded / event.total;
    });
    request.upload.addEventListener('load', () => {
      bar?.removeAttribute('value');
      say(this.dataset.reading);
    });
    request.addEventListener('load', () => this.show(request, form));
    request.addEventListener('error', () => {
      if (bar) bar.hidden = true;
      say('');
      form.submit();
    });
    request.open('POST', form.action);
    // The browser reads the page: our own code never makes markup of a text, which the content policy forbids.
    request.responseType = 'document';
    request.send(new FormData(form));
  }

  private show(request: XMLHttpRequest, form: HTMLFormElement): void {
    if (request.status === 200 && request.responseURL !== form.action) {
      location.assign(request.responseURL);
      return;
    }
    const answer = request.responseXML;
    const main = answer?.querySelector('main');
    const here = document.querySelector('main');
    if (!answer || !main || !here) {
      form.submit();
      return;
    }
    document.title = answer.title;
    here.replaceWith(main);
    const summary = main.querySelector<HTMLElement>('[role="alert"]');
    (summary ?? main).focus();
  }
}

customElements.define('hk-upload', UploadProgress);
