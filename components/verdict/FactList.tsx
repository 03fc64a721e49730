import { useId } from 'react';

interface FactListProps {
  readonly title: string;
  readonly facts: readonly { readonly text: string; readonly detail: string }[];
}

/** A list of phrases, each with what belongs to it on the right. */
export function FactList({ title, facts }: FactListProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="min-w-0">
      <h2 className="mb-2 font-semibold" id={id}>
        {title}
      </h2>
      <ul className="text-[13.5px]">
        {facts.map(({ text, detail }) => (
          <li className="flex flex-wrap justify-between gap-x-4 border-t border-line py-1.5" key={`${text} ${detail}`}>
            <span className="min-w-0">{text}</span>
            <span className="num min-w-0 text-mut">{detail}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
