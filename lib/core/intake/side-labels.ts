/** What the vendor's side and the customer's are called. */
export interface SideLabels {
  readonly ours: string;
  readonly theirs: string;
}

/** Of sides that nothing names. */
export const SIDE_LABELS: SideLabels = { ours: 'Vendor', theirs: 'Customer' };

/** Labels that differ in more than case and white space: where they do not, each says whose it is as well. */
export function toldApart({ ours, theirs }: SideLabels): { ours: string; theirs: string } {
  const plain = (label: string) => label.toLowerCase().replace(/\s+/g, '');
  if (plain(ours) !== plain(theirs)) return { ours, theirs };
  return { ours: `${ours} (vendor)`, theirs: `${theirs} (customer)` };
}
