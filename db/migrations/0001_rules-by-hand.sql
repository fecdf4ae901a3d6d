CREATE TRIGGER audit_entries_are_not_changed BEFORE UPDATE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'audit entries are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_entries_are_not_deleted BEFORE DELETE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'audit entries are append-only'); END;
--> statement-breakpoint
-- What makes a double click or a reload the same comment. A plain NULL parent would never collide.
CREATE UNIQUE INDEX comments_said_once ON comments (story_id, commenter_id, coalesce(parent_id, 0), body_hash)
WHERE state <> 'withdrawn';
