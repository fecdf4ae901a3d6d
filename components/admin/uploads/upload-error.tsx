import { Icon } from '@/components/ui/icon';

export function UploadError({ message }: { message: string }) {
  return (
    <span className="err mt-0">
      <Icon name="warning" />
      {message}
    </span>
  );
}
