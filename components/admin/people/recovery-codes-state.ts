import type { FormState } from '@/lib/forms/form-state';

/** The recovery codes that were made: shown this once, and never a field's value. */
export interface RecoveryCodesState extends FormState {
  recoveryCodes?: readonly string[];
}
