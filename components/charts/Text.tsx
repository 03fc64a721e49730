import type { ReactNode } from 'react';

interface TextProps {
  readonly x: number;
  readonly y: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** `axis` is quiet, `label` is ink, `gap` is the one red. */
  readonly tone: 'axis' | 'label' | 'gap';
  /** Turned to read upwards. */
  readonly upwards?: boolean;
  readonly children: ReactNode;
}

const TONES = {
  axis: { fill: 'var(--mut)', fontWeight: 400 },
  label: { fill: 'var(--ink)', fontWeight: 500 },
  gap: { fill: 'var(--gap)', fontWeight: 650 },
} as const;

/** Lettering of a chart: 11 px, tabular figures. */
export function Text({ x, y, anchor = 'start', tone, upwards = false, children }: TextProps) {
  return (
    <text
      className="num"
      fontSize={11}
      textAnchor={anchor}
      x={x}
      y={y}
      {...(upwards ? { transform: `rotate(-90 ${x} ${y})` } : {})}
      {...TONES[tone]}
    >
      {children}
    </text>
  );
}
