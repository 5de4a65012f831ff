import { type ComponentChildren, h } from 'preact';
import type { Language } from '../language.ts';
import { designTexts } from './texts.ts';

/** The faults of a filled-in form, by field name, as sentences in the page's language. */
export type FieldErrors = Readonly<Record<string, string>>;

/**
 * The box above a form that lists its faults, each a link to its field. Nothing when there are none. A form far down a
 * page is sent to an address with "#fel", so that the browser shows the box and moves the focus there without script.
 */
export function ErrorSummary({ language, errors }: { language: Language; errors: FieldErrors }) {
  const entries = Object.entries(errors);
  if (entries.length === 0) return null;
  return (
    <div class="ds-error-summary" id="fel" role="alert" tabIndex={-1}>
      <h2>{designTexts[language].errorHeading}</h2>
      <ul class="ds-list">
        {entries.map(([field, message]) => (
          <li key={field}>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface FieldProps {
  readonly language: Language;
  /** Name and id of the field. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly error?: string | undefined;
  /** True when left out. Null in a filter, where nothing is required and it need not be said. */
  readonly required?: boolean | null | undefined;
}

interface TextFieldProps extends FieldProps {
  readonly type?: 'text' | 'email' | 'password' | 'date' | 'number';
  readonly autocomplete?: string;
  readonly short?: boolean;
  /** What can be chosen instead of written. */
  readonly suggestions?: readonly string[];
}

/** A labelled one-line field. Its kind of content is checked on the server, so that the browser never blocks with words of its own. */
export function TextField(props: TextFieldProps) {
  return (
    <div class="ds-field">
      <FieldHead {...props} />
      {h('input', inputAttributes(props))}
      {props.suggestions && (
        <datalist id={`${props.name}-forslag`} lang="sv">
          {props.suggestions.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
    </div>
  );
}

// JSX has one type per kind of input; here the kind is data.
function inputAttributes(props: TextFieldProps): Record<string, string | undefined> {
  return {
    class: props.short ? 'ds-input hk-short' : 'ds-input',
    id: props.name,
    name: props.name,
    type: props.type ?? 'text',
    value: props.value,
    autocomplete: props.autocomplete,
    list: props.suggestions && `${props.name}-forslag`,
    ...fieldAria(props),
  };
}

/** A labelled field of several lines. `lang` says what language is to be written. */
export function TextArea(props: FieldProps & { readonly rows?: number; readonly lang?: 'sv' }) {
  return (
    <div class="ds-field">
      <FieldHead {...props} />
      <textarea
        class="ds-input"
        id={props.name}
        name={props.name}
        rows={props.rows ?? 6}
        lang={props.lang}
        {...fieldAria(props)}
      >
        {props.value}
      </textarea>
    </div>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** A group of radio buttons; the first has the field's name as id, so that the error summary can lead to it. */
export function Radios(props: FieldProps & { readonly choices: readonly Choice[] }) {
  return (
    <fieldset class="ds-fieldset" aria-describedby={describedBy(props)} aria-invalid={props.error ? 'true' : undefined}>
      <legend>{props.label}</legend>
      {props.hint && <p id={`${props.name}-hint`}>{props.hint}</p>}
      <FieldError {...props} />
      <div class="hk-choices">
        {props.choices.map((choice, index) => (
          <RadioChoice key={choice.value} field={props} choice={choice} first={index === 0} />
        ))}
      </div>
    </fieldset>
  );
}

function RadioChoice({ field, choice, first }: { field: FieldProps; choice: Choice; first: boolean }) {
  const id = first ? field.name : `${field.name}-${choice.value}`;
  const hintId = choice.hint ? `${id}-what` : undefined;
  return (
    <div class="ds-field">
      <input
        class="ds-input"
        type="radio"
        id={id}
        name={field.name}
        value={choice.value}
        checked={field.value === choice.value}
        aria-describedby={hintId}
      />
      <label for={id}>{choice.label}</label>
      {choice.hint && (
        <div data-field="description" id={hintId}>
          {choice.hint}
        </div>
      )}
    </div>
  );
}

/** One box to tick. It sends "on" under its own name, and nothing when it is not ticked. */
export interface CheckChoice {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly checked: boolean;
  /** Language of the label where it is not that of the page. */
  readonly lang?: 'sv' | undefined;
}

interface CheckboxesProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly choices: readonly CheckChoice[];
  /** What is wrong with the choice, and the language that it is said in. */
  readonly fault?: { readonly language: Language; readonly error: string | undefined };
}

/** A group of boxes to tick; any number may be. `id` is where the error summary leads. */
export function Checkboxes({ id, label, hint, choices, fault }: CheckboxesProps) {
  const described = describedBy({ name: id, hint, error: fault?.error });
  return (
    <fieldset class="ds-fieldset" id={id} aria-describedby={described} tabIndex={-1}>
      <legend>{label}</legend>
      {hint && <p id={`${id}-hint`}>{hint}</p>}
      {fault && <FieldError language={fault.language} name={id} error={fault.error} />}
      <div class="hk-choices">
        {choices.map((choice) => (
          <Checkbox key={choice.name} {...choice} />
        ))}
      </div>
    </fieldset>
  );
}

/** One box with its label. */
export function Checkbox({ name, label, hint, checked, lang }: CheckChoice) {
  return (
    <div class="ds-field">
      <input
        class="ds-input"
        type="checkbox"
        id={name}
        name={name}
        checked={checked}
        aria-describedby={hint && `${name}-what`}
      />
      <label for={name} lang={lang}>
        {label}
      </label>
      {hint && (
        <div data-field="description" id={`${name}-what`}>
          {hint}
        </div>
      )}
    </div>
  );
}

/** A drop-down list. */
export function Select(props: FieldProps & { readonly choices: readonly Choice[] }) {
  return (
    <div class="ds-field">
      <FieldHead {...props} />
      <select class="ds-input" id={props.name} name={props.name} {...fieldAria(props)}>
        {props.choices.map(({ value, label }) => (
          <option key={value} value={value} selected={value === props.value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

function FieldHead(props: FieldProps) {
  return (
    <>
      <label for={props.name}>
        {props.label}
        {props.required === false && <span class="hk-muted"> {designTexts[props.language].optional}</span>}
      </label>
      {props.hint && (
        <p data-field="description" id={`${props.name}-hint`}>
          {props.hint}
        </p>
      )}
      <FieldError {...props} />
    </>
  );
}

function FieldError({ language, name, error }: Pick<FieldProps, 'language' | 'name' | 'error'>) {
  if (!error) return null;
  return (
    <p class="ds-validation-message" data-field="validation" id={`${name}-error`}>
      <span class="ds-sr-only">{designTexts[language].errorPrefix}</span>
      {error}
    </p>
  );
}

interface Described {
  readonly name: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

function describedBy({ name, hint, error }: Described): string | undefined {
  return [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || undefined;
}

function fieldAria(props: FieldProps) {
  return {
    'aria-describedby': describedBy(props),
    'aria-invalid': props.error ? ('true' as const) : undefined,
    'aria-required': props.required === false || props.required === null ? undefined : ('true' as const),
  };
}

interface SubmitButtonProps {
  readonly children: ComponentChildren;
  readonly quiet?: boolean;
  /** What the button sends, for a form with more than one. */
  readonly name?: string;
  readonly value?: string;
}

/** The button that sends a form; `quiet` for the second choice. */
export function SubmitButton({ children, quiet = false, name, value }: SubmitButtonProps) {
  return (
    <button class="ds-button" type="submit" name={name} value={value} data-variant={quiet ? 'secondary' : undefined}>
      {children}
    </button>
  );
}

/** What a step of a form carries on from the steps before. */
export function HiddenFields({ fields }: { fields: Readonly<Record<string, string>> }) {
  return (
    <>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
