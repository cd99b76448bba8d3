-- Which looks name a number, by the index. Row-level security lets no condition on an
-- array use one; the numbers of looks alone say nothing, and the looks themselves are
-- then shown as the reader's scope allows.
CREATE FUNCTION audit_looks_naming(wanted text) RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT id FROM audit_look WHERE string_to_array(noun_id, ',') @> ARRAY[wanted]
$$;
