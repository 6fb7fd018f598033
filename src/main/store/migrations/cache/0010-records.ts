import type { Step } from '../run.ts';

/**
 * Records, their people and the vendors' own JSON.
 *
 * `sources` numbers the connections, so that each index holds one byte for a connection and not its id. Payloads stand
 * in a table of their own: a list never reads past them. `title_key` orders titles as a person would.
 *
 * One index for each order on offer, each with the columns that lists filter by behind its key, so that rows that do
 * not match are passed over without being read. They leave out tombstones. Which list uses which: list-plan.ts.
 */
export const step0010Records: Step = {
  version: 10,
  update: (db) => {
    db.exec(`
      CREATE TABLE sources (
        source INTEGER PRIMARY KEY,
        connection_id TEXT NOT NULL UNIQUE,
        vendor TEXT NOT NULL
      ) STRICT;

      CREATE TABLE records (
        rid INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        source INTEGER NOT NULL REFERENCES sources (source),
        kind TEXT NOT NULL,
        number TEXT,
        title TEXT NOT NULL,
        title_key TEXT NOT NULL,
        status TEXT,
        priority TEXT,
        project TEXT,
        parent TEXT,
        assignees TEXT,
        due_at TEXT,
        due_kind TEXT,
        due_zone TEXT,
        created_at TEXT,
        updated_at TEXT,
        score REAL,
        list_hash TEXT NOT NULL,
        detailed INTEGER NOT NULL DEFAULT 0,
        needs_parts INTEGER NOT NULL DEFAULT 1,
        first_run INTEGER NOT NULL,
        first_seen_at TEXT NOT NULL,
        deleted_at TEXT
      ) STRICT;

      CREATE INDEX records_due ON records (due_at, rid, kind, status, source) WHERE deleted_at IS NULL;
      CREATE INDEX records_kind_due ON records (kind, due_at, rid, status, source) WHERE deleted_at IS NULL;
      CREATE INDEX records_status_due ON records (status, due_at, rid, kind, source) WHERE deleted_at IS NULL;
      CREATE INDEX records_source_due ON records (source, due_at, rid, kind, status) WHERE deleted_at IS NULL;
      CREATE INDEX records_updated ON records (updated_at, rid, kind, status, source) WHERE deleted_at IS NULL;
      CREATE INDEX records_kind_updated ON records (kind, updated_at, rid, status, source) WHERE deleted_at IS NULL;
      CREATE INDEX records_title ON records (title_key, rid, kind, status, source) WHERE deleted_at IS NULL;
      CREATE INDEX records_kind_title ON records (kind, title_key, rid, status, source) WHERE deleted_at IS NULL;
      CREATE INDEX records_number ON records (number COLLATE NOCASE) WHERE number IS NOT NULL;
      CREATE INDEX records_needing_parts ON records (source, kind, rid) WHERE needs_parts = 1;

      CREATE TABLE record_parts (
        rid INTEGER NOT NULL REFERENCES records (rid) ON DELETE CASCADE,
        part TEXT NOT NULL,
        hash TEXT NOT NULL,
        read_at TEXT NOT NULL,
        text TEXT NOT NULL,
        raw TEXT NOT NULL,
        PRIMARY KEY (rid, part)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE record_people (
        rid INTEGER NOT NULL REFERENCES records (rid) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        role TEXT NOT NULL,
        name TEXT NOT NULL,
        vendor_person_id TEXT,
        email TEXT,
        PRIMARY KEY (rid, position)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
