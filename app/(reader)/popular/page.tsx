import { MostReadPage, metadataOf } from './most-read';

export const generateMetadata = () => metadataOf('day');

export default function MostReadOfDay() {
  return <MostReadPage period="day" />;
}
