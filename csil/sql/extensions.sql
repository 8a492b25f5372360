-- Words without their accents (search, names), and periods that may not overlap (exclusion constraints).
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS btree_gist;
