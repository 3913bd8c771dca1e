-- Headlines that run more than once, however they are spelled.
WITH spellings AS (
    SELECT
        hi_fold(headline) AS folded,
        headline,
        count(*) AS copies,
        min(published) AS first
    FROM articles
    GROUP BY 1, 2
)
SELECT
    folded,
    sum(copies) AS copies,
    count(*) AS spellings,
    min(first) AS first
FROM spellings
GROUP BY folded
HAVING sum(copies) > 1
ORDER BY copies DESC, spellings DESC, folded
LIMIT 20
