import { shown } from '@/lib/core/phrases/shown';

/** Text as HTML or XML, safe in content and in quoted attributes, in which nothing is unseen. */
export function escapeHtml(text: string): string {
  return shown(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
