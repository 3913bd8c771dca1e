//! Logistic regression over hashed features, by stochastic gradient descent with the step sizes
//! of AdaGrad (Duchi, Hazan and Singer 2011). Only operations that every processor rounds alike
//! are used, so that the weights come out the same everywhere.

use akshar::training::{WEIGHT_UNIT, place};

/// The table of a domain's own weights, beside the shared ones ("frustratingly easy" domain
/// adaptation, Daumé 2007).
pub const OWN: usize = 1;
pub const EVIDENCE: usize = 2;

struct Table {
    weights: Vec<f32>,
    /// The sums of the squares of the gradients.
    squares: Vec<f32>,
}

impl Table {
    fn new(length: usize) -> Self {
        Table {
            weights: vec![0.0; length],
            squares: vec![1e-8; length],
        }
    }

    fn descend(&mut self, place: usize, gradient: f32, step: f32) {
        self.squares[place] += gradient * gradient;
        self.weights[place] -= step * gradient / self.squares[place].sqrt();
    }
}

/// Learns a yes or no in two domains that share what they have in common.
pub struct Binary {
    tables: [Table; 3],
}

impl Binary {
    pub fn new(length: usize) -> Self {
        Binary {
            tables: [Table::new(length), Table::new(length), Table::new(length)],
        }
    }

    pub fn learn(&mut self, features: &[u32], domain: usize, answer: bool, weight: f32, step: f32) {
        let sum = self.sum(features, domain);
        let length = self.tables[0].weights.len();
        let probability = 1.0 / (1.0 + exponential(-sum));
        let gradient = (probability - f32::from(u8::from(answer))) * weight;
        for place in features.iter().map(|feature| place(*feature, length, 1)) {
            self.tables[0].descend(place, gradient, step);
            self.tables[domain].descend(place, gradient, step);
        }
    }

    fn sum(&self, features: &[u32], domain: usize) -> f32 {
        let [shared, own] = [&self.tables[0].weights, &self.tables[domain].weights];
        let places = features
            .iter()
            .map(|feature| place(*feature, shared.len(), 1));
        places.map(|place| shared[place] + own[place]).sum()
    }

    /// The answer in the domain [`OWN`].
    pub fn answer(&self, features: &[u32]) -> bool {
        self.sum(features, OWN) > 0.0
    }

    /// The shared weights and those of [`OWN`], added up.
    pub fn into_bytes(self) -> Vec<u8> {
        let [shared, own, _] = self.tables;
        let sums = shared.weights.iter().zip(&own.weights);
        sums.map(|(shared, own)| to_byte(shared + own)).collect()
    }
}

/// Learns a choice of one among several.
pub struct Choice {
    table: Table,
    scores: Vec<f32>,
}

impl Choice {
    pub fn new(length: usize) -> Self {
        Choice {
            table: Table::new(length),
            scores: Vec::new(),
        }
    }

    pub fn learn(
        &mut self,
        features: &[u32],
        choices: usize,
        right: usize,
        weight: f32,
        step: f32,
    ) {
        let length = self.table.weights.len();
        self.scores.clear();
        self.scores.resize(choices, 0.0);
        for feature in features {
            let weights = &self.table.weights[place(*feature, length, choices)..];
            for (score, weight) in self.scores.iter_mut().zip(weights) {
                *score += weight;
            }
        }
        let most = self.scores.iter().copied().fold(f32::MIN, f32::max);
        self.scores
            .iter_mut()
            .for_each(|score| *score = exponential(*score - most));
        let total: f32 = self.scores.iter().sum();
        for feature in features {
            let place = place(*feature, length, choices);
            for (choice, score) in self.scores.iter().enumerate() {
                let target = if choice == right { 1.0 } else { 0.0 };
                self.table
                    .descend(place + choice, (score / total - target) * weight, step);
            }
        }
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.table
            .weights
            .iter()
            .map(|weight| to_byte(*weight))
            .collect()
    }
}

fn to_byte(weight: f32) -> u8 {
    // The cast saturates.
    ((weight / WEIGHT_UNIT).round() as i8).cast_unsigned()
}

/// e to the power of a number, to about seven digits, from additions and multiplications alone:
/// the platform's own function may round differently elsewhere.
fn exponential(power: f32) -> f32 {
    let power = power.clamp(-80.0, 80.0);
    let twos = (power * std::f32::consts::LOG2_E).round();
    let rest = power - twos * std::f32::consts::LN_2;
    let coefficients = [
        1.0 / 5040.0,
        1.0 / 720.0,
        1.0 / 120.0,
        1.0 / 24.0,
        1.0 / 6.0,
        0.5,
        1.0,
        1.0,
    ];
    let fraction = coefficients
        .iter()
        .fold(0.0, |sum, coefficient| sum * rest + coefficient);
    fraction * f32::from_bits(((twos as i32 + 127) as u32) << 23)
}

/// The numbers below `length` in an order that depends on the round alone (Fisher and Yates,
/// with Knuth's linear congruential generator).
pub fn shuffled(length: usize, round: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    let mut state = 12_345 + round as u64;
    for last in (1..length).rev() {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        order.swap(last, (state >> 33) as usize % (last + 1));
    }
    order
}
