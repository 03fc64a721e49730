import type { IntakeFile } from '@/lib/core/intake/intake';
import { SIDE_LABELS, type SideLabels, toldApart } from '@/lib/core/intake/side-labels';
import type { Setup } from '@/lib/core/setup';

/** What the two sides are called. A name belongs to the file that it was read from or typed for, and moves with it. */

type Labelled = Pick<IntakeFile, 'id' | 'label'>;

const sides = ['ours', 'theirs'] as const;

/** The set-up with each side called as the file that holds it; a side that no known file names, as sides are. */
export function withLabels(setup: Setup, files: readonly Labelled[]): Setup {
  return { ...setup, labels: labelsUnder(setup, files) };
}

/** The set-up with the names that its sides have kept as those of their files, so that they stay when roles change. */
export function withLabelsKept(setup: Setup, files: readonly Labelled[]): Setup {
  const usual = labelsUnder(setup, files);
  const typed = sides.flatMap((side) => {
    const holder = holderOf(setup, files, side);
    return holder && setup.labels[side] !== usual[side] ? [[String(holder.id), setup.labels[side]] as const] : [];
  });
  return typed.length === 0 ? setup : { ...setup, fileLabels: { ...setup.fileLabels, ...Object.fromEntries(typed) } };
}

/** A side's table is called otherwise. The two sides never share a name. */
export function withLabel(setup: Setup, files: readonly Labelled[], side: keyof SideLabels, label: string): Setup {
  const kept = withLabelsKept(setup, files);
  const holder = holderOf(kept, files, side);
  if (!holder) return setup;
  return withLabels({ ...kept, fileLabels: { ...kept.fileLabels, [holder.id]: label } }, files);
}

function labelsUnder(setup: Setup, files: readonly Labelled[]): SideLabels {
  const label = (side: keyof SideLabels) => {
    const holder = holderOf(setup, files, side);
    return (holder && (setup.fileLabels?.[holder.id] ?? holder.label)) ?? SIDE_LABELS[side];
  };
  return toldApart({ ours: label('ours'), theirs: label('theirs') });
}

function holderOf({ roles }: Setup, files: readonly Labelled[], side: keyof SideLabels): Labelled | undefined {
  return files.find(({ id }) => roles[id] === side);
}
