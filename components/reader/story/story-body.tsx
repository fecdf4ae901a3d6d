/** The one place where a story's HTML is shown: sanitised at save against an allow-list (`lib/stories/body.ts`). */
export function StoryBody({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised when it was saved
  return <div className="body" data-story-body dangerouslySetInnerHTML={{ __html: html }} />;
}
