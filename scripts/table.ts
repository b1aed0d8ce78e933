const COLUMN_GAP = "  ";

export type Row = readonly (string | number)[];

/** Rows in columns for the terminal: the first column to the left, the others to the right. */
export function table(rows: readonly Row[]): string {
  const widths = (rows[0] ?? []).map((_, k) => Math.max(...rows.map((row) => String(row[k]).length)));
  return rows
    .map((row) =>
      row
        .map((cell, k) => (k === 0 ? String(cell).padEnd(widths[k] ?? 0) : String(cell).padStart(widths[k] ?? 0)))
        .join(COLUMN_GAP)
        .trimEnd(),
    )
    .join("\n");
}
