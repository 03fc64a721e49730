import { fileLook, patternPath } from '@/lib/charts/file-look';

interface FileSwatchProps {
  /** Position of the delta in arrival order. */
  readonly index: number;
  /** No row of the file took effect on a side: hatched, as in the charts. */
  readonly missing?: boolean;
}

/** The small square beside a file's name. The name always stands next to it, so it is hidden from screen readers. */
export function FileSwatch({ index, missing = false }: FileSwatchProps) {
  const look = fileLook(index);
  const path = patternPath(look.pattern);
  return (
    <svg aria-hidden="true" className="inline-block shrink-0" height={10} viewBox="0 0 10 10" width={10}>
      {missing ? (
        <>
          <rect fill="var(--bg)" height={9} stroke="var(--gap)" width={9} x={0.5} y={0.5} />
          <path d="M0.5 4.5L4.5 0.5M0.5 9.5L9.5 0.5M5.5 9.5L9.5 5.5" stroke="var(--gap)" strokeWidth={1.2} />
        </>
      ) : (
        <>
          <rect fill={`var(--f${look.color})`} height={10} rx={1} width={10} />
          {path === null ? null : <path d={path} fill="none" stroke="var(--bg)" strokeWidth={1.4} />}
        </>
      )}
    </svg>
  );
}
