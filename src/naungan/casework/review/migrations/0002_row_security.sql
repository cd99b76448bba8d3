-- Verdicts are seen by their institution and by institutions in whose region the pair
-- lies, and added by one's own institution on pairs of its region. No rule lets anybody
-- change or remove one.
ALTER TABLE review_verdict ENABLE ROW LEVEL SECURITY;
CREATE FUNCTION review_lies_here(place varchar) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT 1 FROM accounts_institution mine
        WHERE mine.id = nullif(current_setting('naungan.institution', true), '')::bigint
            AND (
                mine.region_code = ''
                OR place = mine.region_code
                OR starts_with(place, mine.region_code || '.')
            )
    )
$$;
CREATE POLICY scope_sees ON review_verdict FOR SELECT USING (
    institution_id = nullif(current_setting('naungan.institution', true), '')::bigint
    OR coalesce(current_setting('naungan.every_institution', true), '') = 'on'
    OR review_lies_here(place_code)
);
CREATE POLICY scope_adds ON review_verdict FOR INSERT WITH CHECK (
    institution_id = nullif(current_setting('naungan.institution', true), '')::bigint
    AND review_lies_here(place_code)
);
