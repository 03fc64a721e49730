export interface LegendItem {
  readonly id: string;
  /** A CSS colour, or the hatch of what is missing. */
  readonly fill: string;
  readonly text: string;
}

export function Legend({ items }: { readonly items: readonly LegendItem[] }) {
  return (
    <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-0.5 text-2xs text-mut">
      {items.map((item) => (
        <li className="flex items-center gap-1.5" key={item.id}>
          <svg aria-hidden="true" className="shrink-0" height={9} viewBox="0 0 9 9" width={9}>
            {item.fill === 'hatch' ? (
              <>
                <rect fill="var(--bg)" height={8} stroke="var(--gap)" width={8} x={0.5} y={0.5} />
                <path d="M0.5 4L4 0.5M0.5 8.5L8.5 0.5M5 8.5L8.5 5" stroke="var(--gap)" />
              </>
            ) : (
              <rect fill={item.fill} height={9} width={9} />
            )}
          </svg>
          {item.text}
        </li>
      ))}
    </ul>
  );
}
