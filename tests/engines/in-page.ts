import type { Role } from './driver';

/** What runs in the pages of every engine: functions that use nothing from outside themselves. */

export function pageText(): string {
  return document.body.innerText.replace(/\s+/g, ' ');
}

/** A page of its own to paste into. */
export function pasteBoard(): void {
  document.body.innerHTML = '<textarea></textarea><div contenteditable="true">x</div>';
}

export function focusOn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}

export function pastedParts(): { text: string; html: string } {
  return {
    text: document.querySelector('textarea')?.value ?? '',
    html: document.querySelector('div')?.innerHTML ?? '',
  };
}

/** Notes down from now on what goes wrong, for browsers that do not tell it. */
export function listenForComplaints(): void {
  const page = window as Window & { complaints?: string[] };
  if (page.complaints) return;
  const heard: string[] = [];
  page.complaints = heard;
  addEventListener('error', (event) => heard.push(event.message));
  addEventListener('unhandledrejection', (event) => heard.push(String(event.reason)));
  document.addEventListener('securitypolicyviolation', (event) =>
    heard.push(`refused by the policy: ${event.violatedDirective} ${event.blockedURI}`),
  );
  const { error } = console;
  console.error = (...parts: unknown[]) => {
    heard.push(parts.map(String).join(' '));
    error(...parts);
  };
}

export function heardComplaints(): string[] {
  return (window as Window & { complaints?: string[] }).complaints ?? [];
}

/** The visible element of a role by its name; a label outranks what stands in it. */
export function elementNamed({ role, name }: { readonly role: Role; readonly name: string }): HTMLElement | null {
  const tags = { button: 'button', tab: '[role=tab]', combobox: 'select', searchbox: 'input[type=search]' };
  const nameOf = (one: Element) => (one.ariaLabel ?? one.textContent).replace(/\s+/g, ' ').trim();
  return (
    [...document.querySelectorAll<HTMLElement>(tags[role])]
      .filter((one) => role === 'tab' || one.role === null || one.role === role)
      .find((one) => nameOf(one) === name && one.checkVisibility({ visibilityProperty: true })) ?? null
  );
}

/** The value of an option of a select, by their names. */
export function optionValue({ name, option }: { readonly name: string; readonly option: string }): string {
  const select = [...document.querySelectorAll('select')].find((one) => one.ariaLabel === name);
  return [...(select?.options ?? [])].find(({ text }) => text === option)?.value ?? '';
}
