-- The city's day. PostgreSQL's own (`current_date`, a moment cast to a date) is that of the connection, which is UTC's: between
-- midnight and one or two o'clock in the city it is yesterday, and Python (`timezone.localdate()`) says today. All our SQL
-- asks these instead; tests/csil/mur/test_jour.py refuses the others, and compares with TIME_ZONE. The time zone of the connection
-- stays UTC: in another one, an hour that comes twice in October would be read back as the wrong one.
CREATE FUNCTION csil_jour(moment timestamptz) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (moment AT TIME ZONE 'Europe/Brussels')::date;
CREATE FUNCTION csil_aujourd_hui() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
RETURN csil_jour(statement_timestamp());

-- When a day of the city begins.
CREATE FUNCTION csil_minuit(jour date) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN jour::timestamp AT TIME ZONE 'Europe/Brussels';

-- The same day so many months later, or the last one of a shorter month, as Python's relativedelta counts.
CREATE FUNCTION csil_mois_apres(jour date, mois int) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (jour + make_interval(months => mois))::date;
