//! A server for the tests of the examples.
use axum::Router;
use tokio::net::TcpListener;

/// Serves until the test ends. Returns the base URL.
pub(crate) async fn start(app: Router) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, app).await });
    format!("http://{address}")
}
