import type { RowsFile } from '@/lib/case/tell/rows';
import { plural } from '@/lib/core/phrases/phrases';
import { Button } from '../ui/Button';

interface FormulaChoiceProps {
  readonly file: RowsFile;
  readonly onSave: (file: RowsFile, csv: RowsFile['csv']) => void;
}

/** Some cells of a file that is to be loaded begin like formulas: who takes it says whether it is for a loader or for a spreadsheet. */
export function FormulaChoice({ file, onSave }: FormulaChoiceProps) {
  const { csv, defused, formulas } = file;
  return (
    <div className="mt-3 border-y py-2 text-sm" role="alert">
      <p className="mb-2">
        {plural(formulas, 'cell begins', 'cells begin')} like a formula, which a spreadsheet might run. A loader needs
        every cell as it was exported; for a spreadsheet, take the file with an apostrophe before{' '}
        {formulas === 1 ? 'it' : 'each of them'}.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          onClick={() => {
            onSave(file, csv);
          }}
          variant="primary"
        >
          Exactly, for a loader
        </Button>
        <Button
          onClick={() => {
            onSave(file, defused ?? csv);
          }}
        >
          With apostrophes, for a spreadsheet
        </Button>
      </div>
    </div>
  );
}
