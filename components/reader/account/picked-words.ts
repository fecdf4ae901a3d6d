/** Which labels a commenter's own pages need in the browser, as `components/admin/desk/labels/client-labels.ts` has the desk's. */
export const askWords = ['account.email', 'account.askedFor', 'account.retype', 'comments.trap'] as const;
export const ownPageWords = ['account.', 'mail.use.', 'talk.own.withdraw'] as const;
export const ownCommentWords = ['comments.body', 'talk.own.'] as const;
