/** Text as HTML or XML, safe in content and in quoted attributes. Characters that XML forbids are dropped. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'\ufffe\uffff]|(?![\t\n\r])\p{Cc}/gu, (character) => ENTITIES[character] ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
