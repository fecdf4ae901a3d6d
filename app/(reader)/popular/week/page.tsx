import { MostReadPage, metadataOf } from '../most-read';

export const generateMetadata = () => metadataOf('week');

export default function MostReadOfWeek() {
  return <MostReadPage period="week" />;
}
