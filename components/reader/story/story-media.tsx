import type { Say } from '@/lib/site/labels';

/** A sound or film that goes with the story: a file of ours plays here, what stands elsewhere is a card that leads there. */
export function StoryMedia({ audio, video, say }: { audio: string; video: string; say: Say }) {
  return (
    <>
      {video && <Medium kind="video" address={video} say={say} />}
      {audio && <Medium kind="audio" address={audio} say={say} />}
    </>
  );
}

function Medium({ kind, address, say }: { kind: 'audio' | 'video'; address: string; say: Say }) {
  const label = say(kind === 'audio' ? 'editor.listen' : 'editor.watch');
  if (/^\/media\/[\w.-]+$/.test(address)) {
    const Player = kind;
    return (
      <figure className="body">
        <Player src={address} controls preload="none" aria-label={label} />
      </figure>
    );
  }
  return (
    <p className="body">
      <a className="embed" href={address} rel="nofollow noopener">
        <span>
          <strong>{label}</strong>
          <span>{URL.parse(address)?.host ?? address}</span>
        </span>
      </a>
    </p>
  );
}
