-- What each month is about: the words that it has more of than a usual one, counted as the
-- dictionary has them, in their folded spelling, without stopwords.
WITH words AS (
    SELECT date_trunc('month', published) AS month, unnest(hi_words(body)) AS word
    FROM articles
),
counts AS (
    SELECT month, hi_fold(hi_lemma(word)) AS keyword, count(*) AS uses
    FROM words
    WHERE NOT hi_is_stopword(word)
    GROUP BY 1, 2
),
expected AS (
    SELECT
        *,
        sum(uses) OVER (PARTITION BY keyword) * sum(uses) OVER (PARTITION BY month)
            / sum(uses) OVER () AS usual
    FROM counts
),
ranked AS (
    SELECT
        *,
        row_number() OVER (PARTITION BY month ORDER BY uses - usual DESC, keyword) AS place
    FROM expected
)
SELECT month, place, keyword, hi_romanize(keyword) AS romanized, uses, usual
FROM ranked
WHERE place <= 3
ORDER BY month, place
