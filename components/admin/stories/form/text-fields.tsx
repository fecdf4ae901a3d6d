import { BodyEditor } from '@/components/admin/editor/body-editor.client';
import { FieldControls } from './field-controls';
import type { StoryPanelProps } from './panels/panel-props';

/** What readers read: headline, standfirst and the other text fields, and the body. */
export function TextFields({ form, say }: StoryPanelProps) {
  const { answer, opened, value } = form;
  return (
    <div className="write">
      <FieldControls controls={form.controls.text} field={form.field} say={say} />
      <BodyEditor
        plainText={value('body')}
        base={value('bodyDoc')}
        document={opened.bodyDocument}
        pictures={form.choices.pictures}
        error={answer.errors.body}
        undescribed={answer.undescribed}
        isEditable={form.permits.edits}
        wasPlainText={'body' in answer.values}
      />
    </div>
  );
}
