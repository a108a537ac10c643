//@ path: sgl-model-gateway/src/routers/openai/operations.rs
//! Operations that come as a list are meant to happen in its order.

pub enum Operation {
    Upsert(Point),
    Delete(u64),
}

pub struct Point {
    id: u64,
}

pub struct Points;

impl Points {
    async fn update(&self, operations: Vec<Operation>) -> Vec<u64> {
        let mut changed = Vec::new();
        for operation in operations {
            let id = match operation {
                Operation::Upsert(point) => self.post_point(point).await,
                Operation::Delete(id) => self.fetch_deleted(id).await,
            };
            changed.push(id);
        }
        changed
    }

    async fn post_point(&self, point: Point) -> u64 {
        reqwest::get(format!("http://points/{}", point.id)).await;
        point.id
    }

    async fn fetch_deleted(&self, id: u64) -> u64 {
        reqwest::get(format!("http://points/{id}/delete")).await;
        id
    }
}
