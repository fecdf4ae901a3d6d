import type { EditorTool } from './tool';
import { ToolIcon } from './tool-icon';

export function ToolButton({
  icon,
  label,
  keys,
  isOn,
  isDisabled = false,
  press,
}: {
  icon: EditorTool['icon'];
  label: string;
  keys?: string | undefined;
  isOn?: boolean | undefined;
  isDisabled?: boolean;
  press: () => void;
}) {
  return (
    <button
      type="button"
      className="btn btn--quiet btn--sq [&[aria-disabled='true']]:text-control [&[aria-disabled='true']]:cursor-default"
      title={label}
      aria-label={label}
      aria-pressed={isOn}
      aria-disabled={isDisabled || undefined}
      aria-keyshortcuts={keys}
      tabIndex={icon === 'bold' ? 0 : -1}
      // The text keeps its selection while the mouse presses.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        if (!isDisabled) press();
      }}
    >
      <ToolIcon icon={icon} />
    </button>
  );
}
