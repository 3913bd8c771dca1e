-- Headlines that run more than once, however they are spelled.
SELECT
    hi_fold(headline) AS folded,
    count(*) AS copies,
    count(DISTINCT headline) AS spellings,
    count(DISTINCT outlet) AS outlets,
    min(published) AS first
FROM articles
GROUP BY 1
HAVING count(*) > 1
ORDER BY copies DESC, spellings DESC, folded
LIMIT 20
