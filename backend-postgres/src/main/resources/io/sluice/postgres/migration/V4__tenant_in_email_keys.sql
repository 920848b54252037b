-- The index over the values of all e-mails has no other column. With the tenant in every value it leads to the rows of one
-- tenant only, and the planner has no reason to intersect it with all rows of the tenant.
UPDATE resource SET emails = ARRAY (SELECT tenant || ':' || email FROM unnest(emails) AS email) WHERE emails IS NOT NULL;
