import { deleteForgottenReaderPictures } from '@/lib/pictures/cleanup/delete-forgotten-reader-pictures';
import { waitingFolder } from '@/lib/pictures/picture-store';
import { hourMs, type JobFactory } from '../../job';

export const deleteReaderPictures: JobFactory = ({ db }) => ({
  name: 'delete readers’ pictures that no story uses',
  everyMs: hourMs,
  run: (now) => deleteForgottenReaderPictures(db, waitingFolder(), now),
});
