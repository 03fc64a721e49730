import { useId } from 'react';

interface TextListProps {
  readonly title: string;
  /** None: nothing is shown. */
  readonly texts: readonly string[];
}

/** Whole sentences under a heading. */
export function TextList({ title, texts }: TextListProps) {
  const id = useId();
  if (texts.length === 0) return null;
  return (
    <section aria-labelledby={id} className="min-w-0">
      <h2 className="mb-2 font-semibold" id={id}>
        {title}
      </h2>
      <ul className="num text-[13.5px]">
        {texts.map((text) => (
          <li className="border-t border-line py-1.5" key={text}>
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
}
