import { MostReadPage, metadataOf } from '../most-read';

export const generateMetadata = () => metadataOf('month');

export default function MostReadOfMonth() {
  return <MostReadPage period="month" />;
}
