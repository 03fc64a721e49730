import { useFrame } from './ChartFrame';
import { fileLook, patternPath } from './file-colors';

/** The fill of what should be there and is not; give it a stroke of `var(--gap)` as well. */
export function useHatch(): string {
  return `url(#${useFrame().id}-hatch)`;
}

/** Gives the fill of the i-th delta: its colour, with its pattern where it has one. */
export function useFileFill(): (index: number) => string {
  const { id } = useFrame();
  return (index) =>
    patternPath(fileLook(index).pattern) === null ? fileLook(index).color : `url(#${id}-file-${index})`;
}

interface FillsProps {
  /** Deltas whose fills the chart uses. */
  readonly files?: readonly number[];
}

/** The patterns that this chart's fills refer to. */
export function Fills({ files = [] }: FillsProps) {
  const { id } = useFrame();
  return (
    <defs>
      <pattern height={6} id={`${id}-hatch`} patternTransform="rotate(45)" patternUnits="userSpaceOnUse" width={6}>
        <rect fill="var(--bg)" height={6} width={6} />
        <line stroke="var(--gap)" strokeWidth={1.6} x1={0} x2={0} y1={0} y2={6} />
      </pattern>
      {[...new Set(files)].map((file) => {
        const look = fileLook(file);
        const path = patternPath(look.pattern);
        return path === null ? null : (
          <pattern height={10} id={`${id}-file-${file}`} key={file} patternUnits="userSpaceOnUse" width={10}>
            <rect fill={look.color} height={10} width={10} />
            <path d={path} fill="none" stroke="var(--bg)" strokeWidth={1.4} />
          </pattern>
        );
      })}
    </defs>
  );
}
