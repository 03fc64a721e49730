import { shown } from '@/lib/core/phrases/shown';

/** What of an element is read by people; a field's value is not: what is edited stays as it is. */
const READ = ['children', 'title', 'alt', 'placeholder', 'aria-label', 'aria-description', 'aria-valuetext'] as const;

/** The properties of an element of the page, its texts as they are shown. The same object where nothing changes. */
export function shownProps(props: object): object {
  const of: Partial<Record<(typeof READ)[number], unknown>> = props;
  const changed = READ.flatMap((name) => {
    const told = shownPart(of[name]);
    return told === of[name] ? [] : [[name, told] as const];
  });
  return changed.length === 0 ? props : { ...props, ...Object.fromEntries(changed) };
}

function shownPart(part: unknown): unknown {
  if (typeof part === 'string') return shown(part);
  if (!Array.isArray(part) || !part.some((one) => typeof one === 'string')) return part;
  const told = part.map((one: unknown) => (typeof one === 'string' ? shown(one) : one));
  return told.every((one, at) => one === part[at]) ? part : told;
}
