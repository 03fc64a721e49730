/** Column names as real exports have them. */

export const numericVersions = [
  ...['batch_id', 'versionnumber', '_sdc_sequence', '_ab_cdc_lsn', 'rowversion', 'ORA_ROWSCN', 'xmin', 'build', 'rev'],
  ...['version', 'sequence_no', 'row_version', 'etag', 'lsn'],
] as const;

export const epochVersions = ['__source_ts_ms', 'updated_ts', 'last_modified_epoch', 'ts', 'SystemModstamp'] as const;

export const dateVersions = [
  ...['SystemModstamp', 'modifiedon', 'hs_lastmodifieddate', '_fivetran_synced', 'updated_at', 'last_modified'],
  ...['LastModifiedDate', 'changed_on', 'aktualisiert_am', 'geaendert_am', 'fecha_actualizacion', 'modifie_le'],
  ...['date_modification', 'data_modifica', 'bijgewerkt_op', 'atualizado_em', 'updated'],
] as const;

export const wordVersions = ['version', 'release', 'revision'] as const;

/** Names that say nothing: only the data can tell. */
export const silentVersions = ['f7', 'x2', 'marker', 'kz', 'stand', 'col_9', 'mk'] as const;

export const measures = [
  ...['total_spend', 'amount', 'balance', 'revenue', 'net_sales', 'lifetime_value', 'order_total', 'turnover'],
] as const;

/** The same name as another system writes it. */
export function renamed(name: string, turn: number): string {
  const words = name.split(/_|(?<=[a-z])(?=[A-Z])/).filter((word) => word !== '');
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
  const styles = [
    () => words.map(capital).join(' '),
    () => words.map((word, w) => (w === 0 ? word.toLowerCase() : capital(word))).join(''),
    () => words.map((word) => word.toUpperCase()).join('_'),
    () => words.map((word) => word.toLowerCase()).join('-'),
  ];
  return (styles[turn % styles.length] ?? String)(name);
}
