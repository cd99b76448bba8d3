-- At whose desk somebody works, and of a village or a district its place.
CREATE FUNCTION benefits_here() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT nullif(current_setting('naungan.institution', true), '')::bigint
$$;
CREATE FUNCTION benefits_place() RETURNS varchar LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT here.region_code FROM accounts_institution here
    WHERE here.id = nullif(current_setting('naungan.institution', true), '')::bigint
        AND here.kind IN ('village', 'district')
$$;
-- The schemes in which somebody's institution takes part.
CREATE FUNCTION benefits_parts() RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
    SELECT part.scheme_id FROM protection_participation part
    WHERE part.institution_id = nullif(current_setting('naungan.institution', true), '')::bigint
        AND part.ended_on IS NULL
$$;
