import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import type { QueueLabels } from '../queue-labels';

interface BulkActionsProps {
  tab: string;
  selectedCount: number;
  /** Formats a number in the language of the labels. */
  formatNumber: (count: number) => string;
  labels: QueueLabels;
  onClear: () => void;
}

/** The buttons that decide every ticked comment. */
export function BulkActions({ tab, selectedCount, formatNumber, labels, onClear }: BulkActionsProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is not a flex item in every browser
    <div
      className="bulk [&_:focus-visible]:outline-[#8ab4ff] [&_.btn:hover]:border-[#fff] [&_.btn:hover]:bg-night-2 [&_.btn--ink:hover]:bg-[#fff]"
      role="group"
      aria-label={labels.bulk}
    >
      <strong className="mr-1" role="status">
        {selectedCount === 0 ? labels.bulk : labels.nSelected.replace('{count}', formatNumber(selectedCount))}
      </strong>
      {tab !== 'visible' && (
        <Button kind="ink" icon="check" name="approveChosen" value="1">
          {labels.allApprove}
        </Button>
      )}
      {tab !== 'hidden' && (
        <>
          <Select
            name="reason"
            label={labels.reason}
            labelHidden
            empty={labels.hideWhy}
            options={labels.reasons}
          />
          <Button name="hideChosen" value="1">
            {labels.allHide}
          </Button>
        </>
      )}
      {tab !== 'spam' && (
        <Button name="spamChosen" value="1">
          {labels.allSpam}
        </Button>
      )}
      <Button icon="undo" name="undo" value="last">
        {labels.undoLast}
      </Button>
      <button className="btn" type="reset" onClick={onClear}>
        {labels.clear}
      </button>
    </div>
  );
}
