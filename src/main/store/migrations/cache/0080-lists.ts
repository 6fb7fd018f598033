import { fieldKeys } from '../../sort-keys.ts';
import type { Step } from '../run.ts';

/** Status words that the index of open records has, of every kind: a query that asks for others reads the whole one. */
export const INDEXED_OPEN_STATUSES: readonly string[] = [
  'open',
  'pending',
  'in-progress',
  'rejected',
  'submitted',
  'disputed',
  'ready-to-inspect',
  'work-completed',
];

/** What a query must say, word for word, to read the index of open records. */
export const INDEXED_OPEN = `status IN (${INDEXED_OPEN_STATUSES.map((word) => `'${word}'`).join(', ')})`;

/**
 * Lists by every order and filter on offer.
 *
 * `collections` says which kinds each connection has: a list is the merge of some of them, each read in its order from
 * an index that begins with them, so that no filter by kind, vendor or connection passes over a row in vain. Behind the
 * order's key stand `rid`, which makes it whole, and what else lists filter by. Status, priority, project and assignee
 * have few values each, so the date comes between. What is finished was mostly due long ago, so under each of a few
 * priorities all of it would stand before what is open: that has an index of its own. Which list reads which:
 * list-plan.ts.
 *
 * `number_key`, `priority_key`, `project_key` and `assignee_key` order as a person would (sort-keys.ts); `due_key` puts
 * what is never due behind all dates. Where a later Plumbline orders otherwise, a later step makes the keys anew.
 *
 * `persons` has each person of a connection once: `record_people`, which names about two for each record, had their
 * names and ids over and over. No foreign key leads to it, for want of an index over every role.
 */
export const step0080Lists: Step = {
  version: 80,
  update: (db) => {
    db.exec(`
      CREATE TABLE collections (
        source INTEGER NOT NULL REFERENCES sources (source) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        PRIMARY KEY (source, kind)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO collections (source, kind) SELECT DISTINCT source, kind FROM records;

      CREATE TABLE persons (
        person INTEGER PRIMARY KEY,
        source INTEGER NOT NULL REFERENCES sources (source) ON DELETE CASCADE,
        name TEXT NOT NULL,
        vendor_person_id TEXT,
        email TEXT
      ) STRICT;
      CREATE INDEX persons_source ON persons (source, name, vendor_person_id, email);
      CREATE INDEX persons_name ON persons (name);
      CREATE INDEX persons_vendor_id ON persons (vendor_person_id) WHERE vendor_person_id IS NOT NULL;
      CREATE INDEX persons_email ON persons (email COLLATE NOCASE) WHERE email IS NOT NULL;
      INSERT INTO persons (source, name, vendor_person_id, email)
        SELECT DISTINCT source, name, vendor_person_id, email FROM record_people JOIN records USING (rid);

      ALTER TABLE record_people RENAME TO former_people;
      CREATE TABLE record_people (
        rid INTEGER NOT NULL REFERENCES records (rid) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        role TEXT NOT NULL,
        person INTEGER NOT NULL,
        PRIMARY KEY (rid, position)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO record_people (rid, position, role, person)
        SELECT former.rid, former.position, former.role, persons.person
        FROM former_people AS former JOIN records ON records.rid = former.rid
        JOIN persons ON persons.source = records.source AND persons.name = former.name
          AND persons.vendor_person_id IS former.vendor_person_id AND persons.email IS former.email
        ORDER BY former.rid, former.position;
      DROP TABLE former_people;
      CREATE INDEX record_people_assigned ON record_people (person, rid) WHERE role = 'assignee';

      DROP INDEX records_due;
      DROP INDEX records_kind_due;
      DROP INDEX records_status_due;
      DROP INDEX records_source_due;
      DROP INDEX records_updated;
      DROP INDEX records_kind_updated;
      DROP INDEX records_title;
      DROP INDEX records_kind_title;
      ALTER TABLE records ADD COLUMN number_key TEXT;
      ALTER TABLE records ADD COLUMN priority_key TEXT;
      ALTER TABLE records ADD COLUMN project_key TEXT;
      ALTER TABLE records ADD COLUMN assignee_key TEXT;
      ALTER TABLE records ADD COLUMN due_key TEXT NOT NULL DEFAULT '~';
    `);
    for (const [name, key] of Object.entries(fieldKeys)) {
      db.function(name, { deterministic: true }, (value: unknown) => key(typeof value === 'string' ? value : null));
    }
    db.exec(`
      UPDATE records SET number_key = numberKey(number), priority_key = priorityKey(priority),
        project_key = projectKey(project), assignee_key = assigneeKey(assignees), due_key = dueKey(due_at);

      CREATE INDEX records_by_due ON records (source, kind, due_key, rid, status) WHERE deleted_at IS NULL;
      CREATE INDEX records_by_updated ON records (source, kind, updated_at, rid, status, due_key)
        WHERE deleted_at IS NULL;
      CREATE INDEX records_by_title ON records (source, kind, title_key, rid, status, due_key)
        WHERE deleted_at IS NULL;
      CREATE INDEX records_by_number ON records (source, kind, number_key, rid, status, due_key)
        WHERE deleted_at IS NULL;
      CREATE INDEX records_by_created ON records (source, kind, created_at, rid, status, due_key)
        WHERE deleted_at IS NULL;
      CREATE INDEX records_by_status ON records (source, kind, status, due_key, rid) WHERE deleted_at IS NULL;
      CREATE INDEX records_by_priority ON records (source, kind, priority_key, due_key, rid, status)
        WHERE deleted_at IS NULL;
      CREATE INDEX records_by_project ON records (source, kind, project_key, due_key, rid, status)
        WHERE deleted_at IS NULL;
      CREATE INDEX records_by_assignee ON records (source, kind, assignee_key, due_key, rid, status)
        WHERE deleted_at IS NULL;
      CREATE INDEX records_open_by_priority ON records (source, kind, priority_key, due_key, rid, status)
        WHERE deleted_at IS NULL AND ${INDEXED_OPEN};
    `);
  },
};
